package dev.natter.aws.data;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The bucket of images, files and voice messages. Browsers upload and read by presigned URLs, from the app's origin only. */
public final class ImagesBucket extends Construct {
    private static final String UPLOADS = "uploads/";
    private static final String AVATARS = "avatars/";

    private final Bucket bucket;

    public ImagesBucket(Construct scope, String id, Settings settings, IKey key) {
        super(scope, id);
        this.bucket = Bucket.Builder.create(this, "Bucket")
                .bucketName("%s-images-%s-%s".formatted(settings.name(), settings.account(), settings.region()))
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .lifecycleRules(List.of(unused(), deleted()))
                .cors(List.of(fromTheApp(settings)))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Output.of(this, "ImagesBucket", bucket.getBucketName());
        Output.of(this, "ImagesOrigin", "https://" + bucket.getBucketRegionalDomainName());
    }

    /** The service moves what is sent out of {@code uploads/} at once; uploads that are still here after a day are unused. */
    private static LifecycleRule unused() {
        return LifecycleRule.builder()
                .id("unused uploads")
                .prefix(UPLOADS)
                .expiration(Duration.days(1))
                .noncurrentVersionExpiration(Duration.days(1))
                .abortIncompleteMultipartUploadAfter(Duration.days(1))
                .build();
    }

    /** Long enough to recover from mistakes, and short, because deleted content has to be gone. */
    private static LifecycleRule deleted() {
        return LifecycleRule.builder()
                .id("what was deleted")
                .noncurrentVersionExpiration(Duration.days(7))
                .expiredObjectDeleteMarker(true)
                .build();
    }

    private static CorsRule fromTheApp(Settings settings) {
        return CorsRule.builder()
                .allowedOrigins(List.of(settings.origin()))
                .allowedMethods(List.of(HttpMethods.PUT, HttpMethods.GET))
                .allowedHeaders(List.of("content-type", "content-length"))
                .maxAge(600)
                .build();
    }

    /** Object permissions of the chat service, HEAD of the bucket, and listing objects and uploads in parts. */
    public void grantImages(IGrantable service) {
        grant(service, UPLOADS, "images/", "files/", "voice/", "group-avatars/");
        service.getGrantPrincipal()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        // A user's photo is in the archive of the user's data.
                        .actions(List.of("s3:GetObject"))
                        .resources(List.of(bucket.arnForObjects(AVATARS + "*")))
                        .build());
    }

    /** Object permissions of the user service, and HEAD and listing of the bucket. */
    public void grantAvatars(IGrantable service) {
        grant(service, AVATARS);
    }

    private void grant(IGrantable service, String... prefixes) {
        var principal = service.getGrantPrincipal();
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"))
                .resources(Stream.of(prefixes)
                        .map(prefix -> bucket.arnForObjects(prefix + "*"))
                        .toList())
                .build());
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                // Long files are uploaded in parts.
                .actions(List.of("s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"))
                .resources(List.of(bucket.arnForObjects(UPLOADS + "*")))
                .build());
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                // Without it S3 responds with 403 instead of 404 for missing objects, and refuses HEAD of the bucket.
                .actions(List.of("s3:ListBucket", "s3:ListBucketMultipartUploads"))
                .resources(List.of(bucket.getBucketArn()))
                .build());
    }
}
