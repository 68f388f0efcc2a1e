package dev.natter.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The bucket, and how it is reached. */
@ConfigMapping(prefix = "natter.s3")
interface S3Config {

    /** Endpoint of the S3 server for this service; default: Amazon S3 of the region. */
    Optional<URI> endpoint();

    /** Endpoint of the S3 server for browsers; default: the endpoint for this service. */
    Optional<URI> publicEndpoint();

    /** The region of the bucket; servers other than Amazon S3 usually accept any. */
    String region();

    /** The bucket, which must exist. */
    String bucket();

    /** The access key; without it the platform's credentials are used (the role of the pod or the machine). */
    Optional<String> accessKey();

    /** The secret key of the access key. */
    Optional<String> secretKey();

    /** Whether URLs have the bucket in their path instead of the host name; most servers except Amazon S3 need it. */
    @WithDefault("false")
    boolean pathStyle();

    /** Maximum time of one call, retries included. */
    @WithDefault("5s")
    Duration timeout();
}
