"""Compares the images upload-* and stored-* of a directory: frames, times, loops, transparency, profiles, orientation."""

import pathlib
import sys
from PIL import Image, ImageSequence


def look(path):
    with Image.open(path) as image:
        seen = [image.size, image.mode, image.n_frames if hasattr(image, "n_frames") else 1, image.info.get("loop"),
                image.info.get("icc_profile"), image.getexif().get(0x0112, 1)]
        for frame in ImageSequence.Iterator(image):
            seen += [frame.info.get("duration"), frame.convert("RGBA").tobytes(), frame.tobytes()]
        return seen


alike = 0
for upload in sorted(pathlib.Path(sys.argv[1]).glob("upload-*")):
    if look(upload) == look(upload.with_name(upload.name.replace("upload-", "stored-"))):
        alike += 1
    else:
        print(upload.name, "differs")
print(alike, "alike")
