"""Which characters are letters of which script, said once, as they stand in the brackets of a pattern."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HIRAGANA = "\u3041-\u3096\u309d-\u309f"
KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # with ー, without the middle dot
KANA = HIRAGANA + KATAKANA
HANGUL = "\uac00-\ud7a3"
EAST_ASIAN = HAN + KANA + HANGUL

BOPOMOFO = "\u3105-\u312f"
REPEATED = "\u3005-\u3007"  # 々 〆 〇: written among Han characters as if they were some
