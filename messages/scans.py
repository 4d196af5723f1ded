"""Messages of text recognition: pages and pictures that it couldn't read."""

from __future__ import annotations

from .entry import Entry

MESSAGES: dict[str, Entry] = {
    "doc.ocr_poor": Entry(
        "the page could hardly be read by OCR (confidence {percent} %), so nothing on it was used",
        "该页文字识别效果太差（置信度 {percent}%），未采用其内容",
        "scan it again, straight and at 300 dpi, or ask for the original file",
        "请以 300 dpi 端正地重新扫描，或索取原始文件",
    ),
    "doc.ocr_lines": Entry(
        "{count} line(s) of the page could hardly be read by OCR and were left out",
        "该页有 {count} 行文字识别效果太差，未采用",
        "scan the page again, straight and at 300 dpi, or ask for the original file",
        "请以 300 dpi 端正地重新扫描该页，或索取原始文件",
    ),
    "doc.ocr_failed": Entry(
        "reading the page by OCR failed, or took too much memory or time",
        "该页文字识别失败，或占用内存、时间过多",
        "scan the page again at 300 dpi, or ask for the original file",
        "请以 300 dpi 重新扫描该页，或索取原始文件",
    ),
    "doc.ocr_pages": Entry(
        "the page wasn't read by OCR: of one document at most {limit} pages are",
        "该页未做文字识别：每份文件最多识别 {limit} 页",
        "split the document, or ask for the original file",
        "请拆分文件，或索取原始文件",
    ),
    "doc.ocr_picture_failed": Entry(
        "the picture can't be read: it is damaged, or reading it by OCR failed",
        "图片无法读取：文件已损坏，或文字识别失败",
        "save it as PDF, or take the photo again",
        "请另存为 PDF，或重新拍摄",
    ),
    "doc.ocr_picture_large": Entry(
        "the picture has too many pixels to be read",
        "图片像素过多，无法读取",
        "make it smaller: 300 dpi are enough",
        "请缩小图片，300 dpi 即可",
    ),
    "doc.picture": Entry(
        "the file is a picture, and pictures are read by OCR only",
        "文件是图片，须经文字识别才能读取",
        "`pip install 'presign[ocr]'`, then `--ocr auto`; or ask for the file as .docx or .pdf",
        "安装 `pip install 'presign[ocr]'`，再用 `--ocr auto`；或索取 .docx、.pdf 文件",
    ),
}
