"""Generates the images of this directory: python3 generate.py (needs Pillow 11+ and exiftool).

Encoders that the service does not share code with; every file carries metadata that must not survive an inspection.
"""

import subprocess
from PIL import Image, ImageCms, PngImagePlugin

WIDTH, HEIGHT = 48, 32
SECRET = "natter-secret"
GPS = ["-GPSLatitude=52.516", "-GPSLatitudeRef=N", "-GPSLongitude=13.377", "-GPSLongitudeRef=E"]
TEXT = ["-EXIF:Artist=" + SECRET, "-EXIF:ImageDescription=" + SECRET, "-XMP:Creator=" + SECRET,
        "-XMP-exif:GPSLatitude=52.516", "-XMP-exif:GPSLongitude=13.377"]
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def picture(shift=0, alpha=False):
    image = Image.new("RGBA" if alpha else "RGB", (WIDTH, HEIGHT))
    for x in range(WIDTH):
        for y in range(HEIGHT):
            colour = (x * 5, y * 7, (x * y + shift * 40) % 256)
            image.putpixel((x, y), colour + ((x * 5 + shift) % 256,) if alpha else colour)
    return image


def exiftool(name, *tags):
    subprocess.run(["exiftool", "-q", "-overwrite_original", *tags, name], check=True)


def jpeg(name, image, *tags, **options):
    image.save(name, quality=85, **options)
    exiftool(name, *GPS, *TEXT, "-Comment=" + SECRET, "-IPTC:Caption-Abstract=" + SECRET, *tags)


jpeg("baseline.jpg", picture(), icc_profile=ICC)
jpeg("progressive.jpg", picture(), progressive=True)
jpeg("restart.jpg", picture(), subsampling=0, restart_marker_rows=1)
jpeg("grey.jpg", picture().convert("L"))
jpeg("cmyk.jpg", picture().convert("CMYK"))
jpeg("rgb.jpg", picture(), keep_rgb=True)
jpeg("turned.jpg", picture(), "-Orientation#=6")
picture().resize((16, 12)).save("thumbnail.tmp", "JPEG")
exiftool("baseline.jpg", "-ThumbnailImage<=thumbnail.tmp")
subprocess.run(["rm", "thumbnail.tmp"], check=True)

text = PngImagePlugin.PngInfo()
text.add_text("Author", SECRET)
text.add_text("exif:GPSLatitude", "52,31.0N", zip=True)
text.add_itxt("Comment", SECRET, zip=True)
picture(alpha=True).save("text.png", pnginfo=text, icc_profile=ICC, dpi=(72, 72))
exiftool("text.png", *GPS, *TEXT, "-Orientation#=6")
picture(alpha=True).save("animated.png", save_all=True, append_images=[picture(1, True), picture(2, True)],
                         duration=[100, 200, 300], loop=3, pnginfo=text)
exiftool("animated.png", *GPS, *TEXT)

picture().save("lossy.webp", quality=80)
picture(alpha=True).save("alpha.webp", quality=80, icc_profile=ICC)
picture(alpha=True).save("lossless.webp", lossless=True, exact=True)
picture(alpha=True).save("animated.webp", save_all=True, append_images=[picture(1, True), picture(2, True)],
                         duration=[100, 200, 300], loop=3, lossless=True, exact=True, icc_profile=ICC)
picture(alpha=True).save("animated-lossy.webp", save_all=True, append_images=[picture(1, True), picture(2, True)],
                         duration=100, quality=80)
for name in ["alpha.webp", "lossless.webp", "animated.webp", "animated-lossy.webp"]:
    exiftool(name, *GPS, *TEXT)
picture().save("turned.webp", quality=80)
exiftool("turned.webp", *GPS, *TEXT, "-Orientation#=6")

picture().save("animated.gif", save_all=True, append_images=[picture(1), picture(2)], duration=[100, 200, 300], loop=3,
               comment=SECRET.encode())
exiftool("animated.gif", "-XMP:Creator=" + SECRET, "-XMP-exif:GPSLatitude=52.516")
picture().save("still.gif", comment=SECRET.encode())
