package dev.natter.aws;

import dev.natter.aws.cluster.Addons;
import dev.natter.aws.cluster.Certificates;
import dev.natter.aws.cluster.Cluster;
import dev.natter.aws.cluster.Doorway;
import dev.natter.aws.cluster.Firewall;
import dev.natter.aws.cluster.NodeGroups;
import dev.natter.aws.cluster.PodRoles;
import dev.natter.aws.delivery.DeployRole;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Resources without data, which can be deleted and recreated. */
final class ClusterStack extends Stack {

    ClusterStack(
            Construct scope, String id, StackProps props, Settings settings, AccountStack account, DataStack data) {
        super(scope, id, props);
        var cluster = new Cluster(this, "Cluster", settings, data.network(), data.key());
        var nodes = new NodeGroups(this, "Nodes", settings, cluster, data.network());
        nodes.getNode().addDependency(Addons.ofNodes(this, cluster));
        Addons.ofPods(this, cluster).getNode().addDependency(nodes);
        new PodRoles(this, "Pods", settings, cluster, data.bucket(), data.secrets(), data.key());
        new Certificates(this, "Certificates", settings);
        if (settings.waf()) {
            new Firewall(this, "Firewall", settings);
        }
        var doorway = new Doorway(this, "Doorway", settings, cluster, data.network());
        new DeployRole(this, "Deploy", settings, cluster, doorway, account.github(), account.registry());
    }
}
