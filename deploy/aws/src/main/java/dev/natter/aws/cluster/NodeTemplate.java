package dev.natter.aws.cluster;

import dev.natter.aws.Settings;
import java.util.List;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate;
import software.amazon.awscdk.services.eks.CfnNodegroup;
import software.constructs.Construct;

/** All nodes: an encrypted disk, and a metadata service that pods cannot reach. */
final class NodeTemplate extends Construct {
    private static final int DISK_GIB = 40;

    private final CfnLaunchTemplate template;

    NodeTemplate(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.template = CfnLaunchTemplate.Builder.create(this, "Template")
                .launchTemplateName(settings.name() + "-node")
                .launchTemplateData(CfnLaunchTemplate.LaunchTemplateDataProperty.builder()
                        .metadataOptions(CfnLaunchTemplate.MetadataOptionsProperty.builder()
                                .httpTokens("required")
                                .httpPutResponseHopLimit(1)
                                .build())
                        .blockDeviceMappings(List.of(CfnLaunchTemplate.BlockDeviceMappingProperty.builder()
                                .deviceName("/dev/xvda")
                                .ebs(CfnLaunchTemplate.EbsProperty.builder()
                                        .encrypted(true)
                                        .volumeType("gp3")
                                        .volumeSize(DISK_GIB)
                                        .deleteOnTermination(true)
                                        .build())
                                .build()))
                        .build())
                .build();
    }

    CfnNodegroup.LaunchTemplateSpecificationProperty specification() {
        return CfnNodegroup.LaunchTemplateSpecificationProperty.builder()
                .id(template.getRef())
                .version(template.getAttrLatestVersionNumber())
                .build();
    }
}
