"""What the makers of raw folders share: files, tables, archives, pictures and cells of the odd kinds that real files hold."""
import csv
import io
import json
import tarfile
import zipfile

import numpy as np
import py7zr
from PIL import Image

TEXTS = ["Hello, world", "it's \"quoted\"", "line one\nline two", "line\r\nbreak", "tab\there", " leading", "trailing ", "NULL",
         "nan", "None", "NA", "", "1", "001", "1e5", "True", "é漢字", "😀", "\u00a0x", "\u2028x", "\"", "\"\"", "'", "#N/A", "-",
         "0.1", "\\n", "x" * 300, "\x0b", "\x1c", "&amp;"]
LINES = [text for text in TEXTS if "\n" not in text]
CLUTTER = (".DS_Store", "Thumbs.db")
MAKERS = {}


def competition(name):
    """Registers a function that writes the raw files of a competition."""
    def register(make):
        MAKERS[name] = make
        return make
    return register


class Raw:
    """Writes one competition's raw files."""

    def __init__(self, folder, rng):
        self.folder, self.rng = folder, rng

    def pick(self, *values):
        return values[self.rng.integers(len(values))]

    def chance(self, share):
        return self.rng.random() < share

    def below(self, bound):
        return int(self.rng.integers(bound))

    def text(self, texts=TEXTS):
        return " ".join(self.pick(*texts) for _ in range(self.rng.integers(1, 4)))

    def hex(self, digits):
        return "".join(self.pick(*"0123456789abcdef") for _ in range(digits))

    def ids(self, count, make):
        """Returns as many different results of `make`, in the order found."""
        found = {}
        while len(found) < count:
            found[make()] = None
        return list(found)

    def hexes(self, count, digits):
        """Ids of hexadecimal digits, some of which look like numbers."""
        odd = {("0" * (digits - 3) + end)[-digits:] for end in ("7e5", "001", "042")}
        return list(self.rng.permutation(sorted(set(self.ids(count - len(odd), lambda: self.hex(digits))) | odd)))

    def uid(self):
        """An identifier of DICOM's form."""
        return "1.2.826.0.1.3680043." + str(self.rng.integers(10**9, 10**10))

    def number(self, scale=1.0):
        """A decimal as files write it: of few, many or too many digits, with an exponent, whole, zero."""
        x = float(self.rng.normal(0, scale))
        return self.pick(repr(x), f"{x:.4f}", f"{x:.17f}", f"{x:.20g}", f"{x:.3e}", f"{x:.0f}", "0", "0.0", "-0.0", "1e-05", "5e-324")

    def some(self, value, share=0.1):
        """The value, or an empty cell at times."""
        return "" if self.chance(share) else value

    def table(self, header, rows, quoting=csv.QUOTE_MINIMAL, end="\n", delimiter=","):
        out = io.StringIO()
        writer = csv.writer(out, quoting=quoting, lineterminator=end, delimiter=delimiter)
        writer.writerow(header)
        writer.writerows(rows)
        return out.getvalue()

    def csv(self, name, header, rows, **how):
        self.file(name, self.table(header, rows, **how))

    def json(self, name, value, **how):
        self.file(name, json.dumps(value, **how))

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def clutter(self, *folders):
        """Files that desktops leave in folders."""
        for folder in folders:
            for name in CLUTTER:
                self.file(f"{folder}/{name}", "clutter")

    def zip(self, name, files):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for inner, content in files.items():
                archive.writestr(inner, content)
        self.file(name, out.getvalue())

    def seven(self, name, files):
        """Writes a 7z archive."""
        out = io.BytesIO()
        with py7zr.SevenZipFile(out, "w") as archive:
            for inner, content in files.items():
                archive.writestr(content, inner)
        self.file(name, out.getvalue())

    def tar(self, name, files, mode="w:gz"):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode=mode) as archive:
            for inner, content in files.items():
                entry = tarfile.TarInfo(inner)
                entry.size = len(content.encode() if isinstance(content, str) else content)
                archive.addfile(entry, io.BytesIO(content.encode() if isinstance(content, str) else content))
        self.file(name, out.getvalue())

    def image(self, width=5, height=4, form="PNG"):
        out = io.BytesIO()
        Image.fromarray(self.rng.integers(0, 256, (height, width, 3), dtype=np.uint8)).save(out, form)
        return out.getvalue()

    def array(self, values):
        """Returns an array as .npy."""
        out = io.BytesIO()
        np.save(out, values)
        return out.getvalue()

    def records(self, name, pictures):
        """Writes TFRecords of pictures and their names; the checksums, which none of the readers looks at, are zero."""
        def field(number, content):
            return bytes([number << 3 | 2]) + varint(len(content)) + content

        def feature(key, value):
            return field(1, field(1, key.encode()) + field(2, value))
        out = b""
        for name_of, picture in pictures:
            message = field(1, feature("image", field(1, field(1, picture))) + feature("target", field(3, field(1, b"\x03")))
                            + feature("image_name", field(1, field(1, name_of.encode()))))
            out += len(message).to_bytes(8, "little") + bytes(4) + message + bytes(4)
        self.file(name, out)


def varint(value):
    """Returns a number in groups of seven bits, lowest first."""
    return bytes([value]) if value < 128 else bytes([value & 127 | 128]) + varint(value >> 7)
