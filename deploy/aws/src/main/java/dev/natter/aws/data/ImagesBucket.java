package dev.natter.aws.data;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import java.util.List;
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

/** The images bucket. Browsers upload and read by presigned URLs, from the app's origin only. */
public final class ImagesBucket extends Construct {
    private static final String UPLOADS = "uploads/";

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

    /** The service moves sent images to {@code images/} at once; uploads that are still here after a day are unused. */
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

    /** Object permissions of the chat service, HEAD of the bucket, and listing two prefixes. */
    public void grantImages(IGrantable service) {
        var principal = service.getGrantPrincipal();
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("s3:GetObject", "s3:PutObject", "s3:DeleteObject"))
                .resources(List.of(bucket.arnForObjects(UPLOADS + "*"), bucket.arnForObjects("images/*")))
                .build());
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                // Without it S3 responds with 403 instead of 404 for missing objects, and refuses HEAD of the bucket.
                .actions(List.of("s3:ListBucket"))
                .resources(List.of(bucket.getBucketArn()))
                .build());
    }
}
