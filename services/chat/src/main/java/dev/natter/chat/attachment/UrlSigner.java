package dev.natter.chat.attachment;

import io.smallrye.mutiny.Uni;

/** Signs URLs of the bucket, without asking it whether the object exists. */
interface UrlSigner {

    /** To upload the image's bytes, exactly as many as declared, of exactly the declared type. */
    Uni<PresignedUrl> upload(Image image);

    /** To read what is stored of the image. */
    Uni<PresignedUrl> read(Image image, Image.Stored stored);
}
