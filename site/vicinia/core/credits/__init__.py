"""Who made a picture: written with the image, said wherever the picture is large enough to be looked at."""
