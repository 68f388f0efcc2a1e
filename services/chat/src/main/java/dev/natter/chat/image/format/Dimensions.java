package dev.natter.chat.image.format;

/** A size in pixels, as the picture is shown. */
public record Dimensions(int width, int height) {}
