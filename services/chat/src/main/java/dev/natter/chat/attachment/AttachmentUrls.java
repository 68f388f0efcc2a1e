package dev.natter.chat.attachment;

import dev.natter.chat.attachment.UploadView.Multipart;
import dev.natter.chat.attachment.UploadView.Multipart.Part;
import dev.natter.chat.attachment.file.FileDisposition;
import dev.natter.chat.attachment.file.FileType;
import dev.natter.chat.attachment.voice.VoiceFormat;
import dev.natter.storage.PresignedUrl;
import dev.natter.storage.S3UrlSigner;
import dev.natter.storage.S3UrlSigner.ResponseHeaders;
import dev.natter.storage.inspection.Format;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;

/** The presigned URLs of attachments. */
@ApplicationScoped
class AttachmentUrls {

    /** Of one part, the last one excepted. S3 wants at least 5 MiB. */
    static final long PART_BYTES = 8L << 20;

    private final S3UrlSigner signer;
    private final AttachmentLimits limits;

    AttachmentUrls(S3UrlSigner signer, AttachmentLimits limits) {
        this.signer = signer;
        this.limits = limits;
    }

    Uni<PresignedUrl> upload(Attachment offered) {
        return signer.upload(
                ObjectKeys.upload(offered.id()), offered.contentType(), offered.bytes(), uploadLifetime(offered));
    }

    /** One URL for each part. */
    Uni<Multipart> parts(Attachment offered, String multipartId) {
        var sizes = new ArrayList<Long>();
        for (var left = offered.bytes(); left > 0; left -= PART_BYTES) {
            sizes.add(Math.min(left, PART_BYTES));
        }
        return Multi.createFrom()
                .range(0, sizes.size())
                .onItem()
                .transformToUniAndConcatenate(index -> signer.uploadPart(
                                ObjectKeys.upload(offered.id()),
                                multipartId,
                                index + 1,
                                sizes.get(index),
                                uploadLifetime(offered))
                        .map(url -> new SignedPart(
                                new Part(index + 1, "PUT", url.url(), index * PART_BYTES, sizes.get(index)),
                                url.expiresAt())))
                .collect()
                .asList()
                .map(signed -> new Multipart(
                        signed.stream().map(SignedPart::part).toList(),
                        signed.get(0).expiresAt()));
    }

    Uni<PresignedUrl> read(Attachment attachment) {
        return signer.read(
                Objects.requireNonNull(attachment.stored()).key(), headers(attachment), limits.linkLifetime());
    }

    private static ResponseHeaders headers(Attachment attachment) {
        var type = attachment.contentType();
        return switch (attachment.kind()) {
            case IMAGE ->
                ResponseHeaders.inline(
                        type,
                        named(
                                attachment,
                                Objects.requireNonNull(Format.of(type)).extension()));
            case VOICE ->
                ResponseHeaders.inline(
                        type,
                        named(
                                attachment,
                                Objects.requireNonNull(VoiceFormat.of(type)).extension()));
            case FILE ->
                ResponseHeaders.of(
                        FileType.served(type), FileDisposition.of(Objects.requireNonNull(attachment.name())));
        };
    }

    private static String named(Attachment attachment, String extension) {
        return "%s.%s".formatted(attachment.id(), extension);
    }

    private record SignedPart(Part part, Instant expiresAt) {}

    private Duration uploadLifetime(Attachment offered) {
        return offered.kind() == AttachmentKind.FILE ? limits.fileUploadLifetime() : limits.uploadLifetime();
    }
}
