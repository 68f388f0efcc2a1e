package dev.natter.chat.image;

import io.smallrye.mutiny.Uni;

/** Makes links to the bucket; asks nobody, and does not look whether there is anything. */
interface Links {

    /** To upload the image's bytes, exactly as many as declared, of exactly the declared type. */
    Uni<Link> upload(Image image);

    /** To read what has been verified of the image. */
    Uni<Link> read(Image image, Image.Kept kept);
}
