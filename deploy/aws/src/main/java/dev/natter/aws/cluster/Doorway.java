package dev.natter.aws.cluster;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import dev.natter.aws.network.Network;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.BastionHostLinux;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * Access to the cluster's API from outside: a small instance without a public address or open ports, through which
 * Session Manager forwards one port for authorised principals. {@code deploy/aws/door} uses it.
 */
public final class Doorway extends Construct {
    private static final String DOCUMENT = "AWS-StartPortForwardingSessionToRemoteHost";
    private static final int DISK_GIB = 8;

    private final BastionHostLinux instance;

    public Doorway(Construct scope, String id, Settings settings, Cluster cluster, Network network) {
        super(scope, id);
        var group = SecurityGroup.Builder.create(this, "Group")
                .vpc(network.vpc())
                .description("The doorway: nothing comes in, Session Manager and the API of the cluster are called")
                .allowAllOutbound(false)
                .build();
        group.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "Session Manager, the cluster's API");
        this.instance = BastionHostLinux.Builder.create(this, "Instance")
                .instanceName(settings.name() + "-doorway")
                .vpc(network.vpc())
                .subnetSelection(network.pods())
                .securityGroup(group)
                .instanceType(new InstanceType("t4g.nano"))
                .requireImdsv2(true)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                DISK_GIB,
                                EbsDeviceOptions.builder()
                                        .encrypted(true)
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .build()))
                        .build()))
                .build();
        cluster.reachedFrom(this, group);
        Output.of(this, "Doorway", instance.getInstanceId());
    }

    /** Allows forwarding a port through it, but no shell. */
    public void grantPassage(IGrantable grantee) {
        var stack = Stack.of(this);
        var principal = grantee.getGrantPrincipal();
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("ssm:StartSession"))
                .resources(List.of(
                        "arn:aws:ec2:%s:%s:instance/%s"
                                .formatted(stack.getRegion(), stack.getAccount(), instance.getInstanceId()),
                        "arn:aws:ssm:%s::document/%s".formatted(stack.getRegion(), DOCUMENT)))
                .build());
        principal.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("ssm:TerminateSession"))
                .resources(List.of(
                        "arn:aws:ssm:%s:%s:session/${aws:userid}-*".formatted(stack.getRegion(), stack.getAccount())))
                .build());
    }
}
