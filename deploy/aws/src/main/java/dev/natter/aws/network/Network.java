package dev.natter.aws.network;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import java.util.List;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * The VPC. Each of its three tiers has ranges for four zones, however many are used, so that the ranges are the same in
 * every size. Only pods reach the data tier.
 */
public final class Network extends Construct {
    private static final int MOST_ZONES = 4;
    private static final String PODS = "pods";
    private static final String DATA = "data";

    private final Vpc vpc;

    public Network(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.vpc = Vpc.Builder.create(this, "Vpc")
                .vpcName(settings.name())
                .ipAddresses(IpAddresses.cidr(Settings.NETWORK))
                .availabilityZones(settings.zones())
                .reservedAzs(MOST_ZONES - settings.zones().size())
                .natGateways(settings.size().gateways())
                .subnetConfiguration(List.of(
                        tier("public", SubnetType.PUBLIC, 20),
                        tier(PODS, SubnetType.PRIVATE_WITH_EGRESS, 20),
                        tier(DATA, SubnetType.PRIVATE_ISOLATED, 22)))
                .build();
        vpc.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs())
                        .trafficType(FlowLogTrafficType.REJECT)
                        .build());
        new SubnetRoles(vpc);
        new Endpoints(this, "Endpoints", this, settings);
        Output.of(this, "Vpc", vpc.getVpcId());
    }

    private static SubnetConfiguration tier(String name, SubnetType type, int bits) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(bits)
                .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? Boolean.FALSE : null)
                .build();
    }

    public IVpc vpc() {
        return vpc;
    }

    /** The tier of nodes and pods. */
    public SubnetSelection pods() {
        return SubnetSelection.builder().subnetGroupName(PODS).build();
    }

    /** The data tier, without internet access. */
    public SubnetSelection data() {
        return SubnetSelection.builder().subnetGroupName(DATA).build();
    }

    public List<String> podSubnets() {
        return vpc.selectSubnets(pods()).getSubnetIds();
    }

    public List<String> dataSubnets() {
        return vpc.selectSubnets(data()).getSubnetIds();
    }

    /** The subnets of the data tier in these zones. */
    List<String> dataSubnets(List<String> zones) {
        return vpc.selectSubnets(SubnetSelection.builder()
                        .subnetGroupName(DATA)
                        .availabilityZones(zones)
                        .build())
                .getSubnetIds();
    }

    /** A security group: pods may connect to these ports, no one else, and it has no egress. */
    public SecurityGroup reachedByPods(Construct scope, String what, int... ports) {
        var group = SecurityGroup.Builder.create(scope, "Group")
                .vpc(vpc)
                .description(what + ": reached by pods alone")
                .allowAllOutbound(false)
                .build();
        for (var port : ports) {
            group.addIngressRule(Peer.ipv4(Settings.POD_NETWORK), Port.tcp(port), "pods");
        }
        return group;
    }
}
