"""The article's form: topics in any script, and no silent overwriting."""

from datetime import UTC, time

from django.contrib.admin.widgets import AdminTextareaWidget
from django.forms import SplitDateTimeField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.articles.topic_chips import ChipsMixin
from articles.admin.spoken_names import by_the_desks_clock, name_parts
from articles.admin.topics.fields import Answered, TopicsField, answer, own_names
from articles.admin.two_editors import KeepsBoth
from articles.models.articles.article import Precision, Status


class PlainLines(AdminTextareaWidget):
    """A text as it was typed: browsers send every line's end as two characters, which would be an edit."""

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return value and value.replace("\r\n", "\n")


class PrintedMoment(SplitDateTimeField):
    """A day, and the time of day where the source prints one."""

    def compress(self, data_list):
        day, of_day = data_list or (None, None)
        return super().compress([day, of_day or (time.min if day else None)] if data_list else data_list)


class ArticleForm(ChipsMixin, KeepsBoth):
    tags = TopicsField(
        required=False,
        label=_("Topics"),
        help_text=_("Part them with commas or 、; a space belongs to the name."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.topics = Answered()
        if "status" in self.fields:  # deleting alone leads to the trash
            choices = self.fields["status"].choices
            self.fields["status"].choices = [choice for choice in choices if choice[0] != Status.TRASH]
        for name in ("headline", "standfirst", "byline", "body"):
            if name in self.fields:  # a reader without leave to change sees no fields
                self.fields[name].widget.attrs["lang"] = self.instance.language
        if "scheduled_for" in self.fields:
            by_the_desks_clock(self.fields["scheduled_for"])
        if "published_at" in self.fields:
            name_parts(self.fields["published_at"])
        self._show_printed_time()

    def _show_printed_time(self):
        """The time as the source's own clock shows it; the form takes every time for the desk's."""
        source, moment = self.instance.source, self.instance.published_at
        if moment:
            is_timed = source and self.instance.published_precision != Precision.DAY
            printed = moment.astimezone(source.zone if is_timed else UTC)
            self.initial["published_at"] = printed.replace(tzinfo=timezone.get_current_timezone())
        if "published_at" in self.fields:
            zone = source.time_zone if source else "UTC"
            told = _(
                "As the source prints it, by its own clock (%(zone)s). A date alone is stored as midnight."
            )
            self.fields["published_at"].help_text = told % {"zone": zone}

    def clean(self):
        super().clean()
        if "headline" in self.changed_data and "headline_is_provisional" not in self.changed_data:
            self.cleaned_data["headline_is_provisional"] = False
        if "tags" in self.changed_data and "tags" in self.cleaned_data:
            self._check_topics(self.cleaned_data["tags"])
        self._take_printed_time()

    def _take_printed_time(self):
        """The moment that the source's clock means. A date alone stays midnight UTC, whatever the zone."""
        source, typed = self.cleaned_data.get("source"), self.cleaned_data.get("published_at")
        if typed:
            if not self["published_at"].data[1]:
                self.cleaned_data["published_precision"] = Precision.DAY
            is_timed = source and self.cleaned_data.get("published_precision") != Precision.DAY
            self.cleaned_data["published_at"] = typed.replace(tzinfo=source.zone if is_timed else UTC)

    def _check_topics(self, names):
        """The source itself is no topic; new names are asked about."""
        own = own_names(names, self.cleaned_data.get("source"))
        self.topics = answer([name for name in names if name not in own], self.data)
        self.cleaned_data["tags"] = self.topics.names
        for name in own:
            self.add_error("tags", _("“%s” is where the article comes from, so it is no topic of it.") % name)
        if self.topics.questions:
            self.add_error("tags", self.topics.errors())
