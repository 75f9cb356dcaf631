"""What note-taking programs write beside Markdown: a reader sees their words, never their marks."""

import pytest

from articles.ingest.documents import BlockType
from tests.ingest.markdown.test_markdown import BODY, blocks, post

MORE = "會後兩人走到碼頭，向等了一夜的船長說明結果，船長聽完以後只問了一句下一班船幾點開。"


@pytest.mark.parametrize(
    "written",
    [
        MORE.replace("船長", "[[港務日誌|船長]]", 1),
        MORE.replace("碼頭", "[[碼頭]]"),
        MORE.replace("下一班船幾點開", "==下一班船幾點開=="),
        f"{MORE} ^night1",
        f"%% 待查：哪一年？ %%\n\n{MORE}",
        f"狀態:: 草稿\n\n{MORE}",
        f"{MORE}\n\n```dataview\nLIST FROM #港口\n```",
    ],
    ids=["named link", "link", "highlight", "name of a block", "comment", "field", "query"],
)
def test_a_note_reads_without_its_marks(written):
    assert blocks(post("title: 港邊", body=f"{BODY}\n\n{written}")) == [
        ("paragraph", BODY),
        ("paragraph", MORE),
    ]


def test_words_in_brackets_that_are_a_link_keep_both_pairs():
    written = MORE.replace("船長", "船長[[註一]](https://harbour.example/notes)", 1)
    assert blocks(post("title: 港邊", body=written)) == [("paragraph", MORE.replace("船長", "船長[註一]", 1))]


def test_tasks_are_items_of_a_list():
    document = post("title: 港邊", body=f"{BODY}\n\n- [ ] 燈塔\n- [x] 渡輪\n\n{MORE}")
    assert [block.items for block in document.blocks if block.type == BlockType.LIST] == [["燈塔", "渡輪"]]


def test_an_embedded_picture_is_a_figure_with_its_caption():
    document = post("title: 港邊", body=f"{BODY}\n\n![[pier map.jpg|500]]\n*碼頭的平面圖*\n\n{MORE}")
    figure = next(block for block in document.blocks if block.type == BlockType.FIGURE)
    assert (figure.src, figure.text) == ("pier%20map.jpg", "碼頭的平面圖")


def test_a_box_for_quotations_is_a_quotation_and_another_a_note():
    document = post("title: 港邊", body=f"{BODY}\n\n> [!quote]\n> 霧散以前別開船。\n\n{MORE}")
    assert ("quote", "霧散以前別開船。") in blocks(document)
    document = post("title: 港邊", body=f"{BODY}\n\n> [!tip]- 提醒\n> 霧散以前別開船。\n\n{MORE}")
    assert ("note", "霧散以前別開船。") in blocks(document)


def test_the_size_of_a_picture_is_no_word_of_its_alternative():
    document = post("title: 港邊", body=f"{BODY}\n\n![碼頭一景|700](pier.jpg)\n\n{MORE}")
    assert [block.alt for block in document.blocks if block.type == BlockType.FIGURE] == ["碼頭一景"]


def test_a_line_at_the_end_that_only_files_a_note_is_left_out():
    body = f"{BODY}\n\n{MORE}\n\n[[港口 總表]] #待讀/港務 ^clip-1"
    assert blocks(post("title: 港邊", body=body)) == [("paragraph", BODY), ("paragraph", MORE)]
