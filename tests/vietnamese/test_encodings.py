"""Text in old encodings is refused; text without diacritics is reported."""

from __future__ import annotations

import unicodedata

import pytest

from aseansc import vietnamese
from aseansc.errors import FieldTypeError, ParseError
from aseansc.vietnamese import encodings


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Tû lÖ hé nghÌo gi¶m cßn 12,5%, toµn tØnh cã 345 hé.", "TCVN3"),
        ("N¨m 2018 thu ng©n s¸ch ®¹t 1.250 tû ®ång.", "TCVN3"),
        ("n\xadíc s¹ch cho 345 hé d©n n«ng th«n", "TCVN3"),
        ("Tyû leä hoä ngheøo giaûm coøn 12,5%, toaøn tænh coù 345 hoä.", "VNI"),
        ("Naêm 2018 thu ngaân saùch ñaït 1.250 tyû ñoàng", "VNI"),
    ],
)
def test_an_old_encoding_is_refused_with_its_name(text: str, encoding: str) -> None:
    for read in (vietnamese.find, vietnamese.parse, vietnamese.draft):
        with pytest.raises(ParseError, match=f"{encoding}.*Convert the text to Unicode"):
            read(text)
    with pytest.raises(ParseError, match=encoding):
        vietnamese.find(f"Có 5 hộ nghèo.\n{text}\nCó 6 hộ nghèo.")


@pytest.mark.parametrize(
    "text",
    [
        "Có 345 hộ nghèo ở Köln, München, Düsseldorf.",
        "Köln, München, Düsseldorf, Nürnberg: 345 persons",
        "Diện tích 345 km² · 12 «nhà» ½ ® Ðảng",
        "Naïve Citroën Moët: 12 %",
    ],
)
def test_foreign_names_and_signs_are_not_taken_for_an_old_encoding(text: str) -> None:
    assert vietnamese.find(text)


@pytest.mark.parametrize("text", ["Ty le ho ngheo giam con 12,5%.", "Toan huyen co 345 ho, tang 5% so voi nam 2018."])
def test_text_without_diacritics_gives_no_values(text: str) -> None:
    figures = [one for one in vietnamese.find(text) if one.mention is None]
    assert figures
    assert all(one.value is None and "no diacritics" in one.note for one in figures)
    assert "no diacritics" not in vietnamese.find("The total was 345 in the year 2018.")[0].note


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số h\ufffd nghèo l\ufffd 345 hộ, giảm 4,95%.",
        "Tỷ lệ h? nghèo gi?m 4,95%, còn 345 hộ.",
        "Tỷ lệ gi?m 4,95%, t?ng 5 xã, còn 345 hộ.",
        "ty le ho ngheo gi?m con 12,5%",
        "Tổng số hộ nghèo là 345 hộ, tỷ lệ giảm 4,95%.".encode().decode("latin-1"),
        "Tá»•ng sá»‘ há»™ nghÃ¨o lÃ  345 há»™, giáº£m 4,95%.",
    ],
    ids=["replacement characters", "question marks", "two", "question marks only", "Latin-1", "Windows-1252"],
)
def test_text_with_damaged_letters_gives_no_sure_figure(text: str) -> None:
    figures = [one for one in vietnamese.find(text) if one.mention is None]
    assert figures
    assert all(one.doubt is not None and "diacritics" in one.note for one in figures)


@pytest.mark.parametrize(
    "text",
    [
        "Có 345 hộ? Gồm 12 xã.",
        "Hỏi: Ai?mấy hộ: 345 hộ",
        "(BN?tinh) có 345 hộ",
        "a.vn/trang.php?id=x: 345 hộ",
        "Giống cá «cá», 345 hộ",
    ],
)
def test_questions_addresses_and_quotes_are_no_damage(text: str) -> None:
    assert any(str(one.value) == "345 household" for one in vietnamese.find(text))


def test_a_soft_hyphen_inside_a_word_is_dropped() -> None:
    text = "Có 345 hộ nghè\xado và 1.2\xad50 người dân."
    figures = vietnamese.find(text)
    assert [str(one.value) for one in figures] == ["345 household", "1250 person"]
    assert [one.printed for one in figures] == ["345 hộ nghè\xado", "1.2\xad50 người dân"]
    assert all(text[one.start : one.end] == one.printed for one in figures)


SENTENCES = (
    "Thực hiện gần dân, trọng dân, học dân, vì dân: có 36 xã tham gia.",
    "Huyện có trên 1.000 người (không tính người đã chết) và gần 200 hộ.",
    "Toàn tỉnh còn 24.737 hộ nghèo, nông thôn mới đạt 67%; đó là kết quả của cả hệ thống.",
    "Thành phố Huế có 25 trường, lớp mẫu giáo; số trẻ em được tiêm chủng là 95%.",
)
QUOTES = (("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("(", ")"), ("*", "*"), ("…", "…"), ("–", "–"), ("", "†"))


@pytest.mark.parametrize("marks", QUOTES, ids="".join)
def test_words_in_quotes_are_not_taken_for_an_old_encoding(marks: tuple[str, str]) -> None:
    text = "\n".join(" ".join(f"{marks[0]}{word}{marks[1]}" for word in line.split()) for line in SENTENCES)
    assert encodings.guess(text) is None


def test_unicode_words_outweigh_words_that_could_be_converted() -> None:
    old = "Tû lÖ hé nghÌo gi¶m cßn 12,5%"
    assert encodings.guess(old) is encodings.OldEncoding.TCVN3
    assert encodings.guess(f"{old}\n{SENTENCES[2]}\n{SENTENCES[3]}") is None


def test_a_few_words_in_an_old_encoding_beside_unicode_are_not_refused() -> None:
    (figure,) = vietnamese.find("M¸y mãc thiết bÞ, phụ tïng: 488 triệu đồng")
    assert str(figure.value) == "488000000 VND to 1000000"


@pytest.mark.parametrize("sign", ["\u202e", "\u2028", "\x85", "\ufff9", "\x07"])
@pytest.mark.parametrize(
    "text", ["Kế hoạch năm 2018 có 500 người lao động, đạt 95% KH.", "Trong đó 312 nữ; tỷ lệ hộ nghèo giảm 4,95%/năm."]
)
def test_signs_that_no_citation_may_have_stop_no_reader(sign: str, text: str) -> None:
    for at in range(0, len(text), 3):
        marked = text[:at] + sign + text[at:].replace(" ", f" {sign}", 2)
        vietnamese.find(marked)
        vietnamese.draft(marked, place="XX-MM")


BASES = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
VNI_MARKS = {"": "", "\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
VNI_ROUND = {"": "â", "\u0300": "à", "\u0301": "á", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
VNI_SHORT = {"": "ê", "\u0300": "è", "\u0301": "é", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
VNI_I = {"\u0300": "ì", "\u0301": "í", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò"}


def in_vni(base: str, tone: str) -> str:
    if base in "âêô":
        return {"â": "a", "ê": "e", "ô": "o"}[base] + VNI_ROUND[tone]
    if base == "ă":
        return "a" + VNI_SHORT[tone]
    if base == "i" and tone:
        return VNI_I[tone]
    if base == "y" and tone == "\u0323":
        return "î"
    return {"ơ": "ô", "ư": "ö"}.get(base, base) + VNI_MARKS[tone]


def in_viqr(base: str, tone: str) -> str:
    shapes = {"ă": "a(", "â": "a^", "ê": "e^", "ô": "o^", "ơ": "o+", "ư": "u+"}
    signs = {"": "", "\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~", "\u0323": "."}
    return shapes.get(base, base) + signs[tone]


def test_every_letter_of_the_old_encodings_is_decoded() -> None:
    for base in BASES:
        for tone in TONES:
            letter = unicodedata.normalize("NFC", base + tone)
            viqr, vni = in_viqr(base, tone), in_vni(base, tone)
            for old, encoding in ((viqr, "viqr"), (vni, "vni")):
                # capital letters, in VNI with a small or a capital mark; behind a letter, a point is a mark
                for written, meant in ((old, letter), (old.upper(), letter.upper())):
                    assert encodings.decode(f"x{written}n", encoding) == f"x{meant}n", (written, encoding)
            if len(vni) == 2:
                assert encodings.decode(f"{vni[0].upper()}{vni[1]}n", "vni") == f"{letter.upper()}n", vni
                assert encodings.decode(f"{vni[0]}{vni[1].upper()}n", "vni") == f"{letter}n", vni
    for old, new in (
        ("dd", "đ"),
        ("DD", "Đ"),
        ("Dd", "Đ"),
        ("\\.", "."),
        ("a\\'n", "a'n"),
        ("co^.", "cô."),
        ("co^. ng", "cộ ng"),
    ):
        assert encodings.decode(old, "viqr") == new
    assert encodings.decode("ñöôøng Ñaûo", "vni") == "đường Đảo"
    with pytest.raises(FieldTypeError, match="text: wrong type"):
        encodings.decode(b"x", "vni")  # type: ignore[arg-type]
