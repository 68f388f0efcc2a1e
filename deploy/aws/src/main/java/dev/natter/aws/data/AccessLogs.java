package dev.natter.aws.data;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The bucket of the load balancer's access logs, which contain client addresses and paths, but no tokens. Encrypted
 * with S3's key, because the load balancer supports no other.
 */
public final class AccessLogs extends Construct {
    private static final int DAYS = 30;

    public AccessLogs(Construct scope, String id, Settings settings) {
        super(scope, id);
        var bucket = Bucket.Builder.create(this, "Bucket")
                .bucketName("%s-access-logs-%s-%s".formatted(settings.name(), settings.account(), settings.region()))
                .encryption(BucketEncryption.S3_MANAGED)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("old")
                        .expiration(Duration.days(DAYS))
                        .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(bucket.arnForObjects("AWSLogs/" + settings.account() + "/*")))
                .build());
        Output.of(this, "AccessLogs", bucket.getBucketName());
    }
}
