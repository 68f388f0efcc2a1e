package dev.natter.chat.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the images are. */
@ConfigMapping(prefix = "natter.s3")
interface S3Config {

    /** Where this service finds the S3 server; without it, Amazon's of the region. */
    Optional<URI> endpoint();

    /** Where browsers find it; without it, where this service does. */
    Optional<URI> publicEndpoint();

    /** The region of the bucket; other servers than Amazon's mostly take any. */
    String region();

    /** The bucket, which must be there. */
    String bucket();

    /** The access key; without it the platform's own credentials are used (a role of the pod, of the machine). */
    Optional<String> accessKey();

    /** The secret that belongs to the access key. */
    Optional<String> secretKey();

    /** Whether the bucket stands in the path of a URL rather than in its host name; most other servers need it. */
    @WithDefault("false")
    boolean pathStyle();

    /** How long one call may take, repetitions included. */
    @WithDefault("5s")
    Duration patience();
}
