package dev.natter.chat.attachment.inspection;

/** A size in pixels, as the picture is shown. */
public record Dimensions(int width, int height) {}
