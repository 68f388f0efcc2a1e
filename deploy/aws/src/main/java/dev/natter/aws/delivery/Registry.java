package dev.natter.aws.delivery;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.ecr.TagStatus;
import software.amazon.awscdk.services.iam.IGrantable;
import software.constructs.Construct;

/** A repository for each image, with immutable tags. */
public final class Registry extends Construct {
    private final List<Repository> repositories;

    public Registry(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.repositories = List.of("user", "chat", "mail", "web").stream()
                .map(image -> repository(settings.name(), image))
                .toList();
        Output.of(this, "Registry", "%s.dkr.ecr.%s.amazonaws.com".formatted(settings.account(), settings.region()));
    }

    private Repository repository(String environment, String image) {
        return Repository.Builder.create(this, image)
                .repositoryName(environment + "/" + image)
                .encryption(RepositoryEncryption.KMS)
                .imageScanOnPush(true)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .lifecycleRules(List.of(
                        LifecycleRule.builder()
                                .rulePriority(1)
                                .tagStatus(TagStatus.UNTAGGED)
                                .maxImageAge(Duration.days(7))
                                .build(),
                        LifecycleRule.builder()
                                .rulePriority(2)
                                .tagStatus(TagStatus.ANY)
                                .maxImageCount(50)
                                .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /** Allows pushing to these four, and listing their images. */
    void grantPushing(IGrantable grantee) {
        repositories.forEach(repository -> repository.grantPullPush(grantee));
    }
}
