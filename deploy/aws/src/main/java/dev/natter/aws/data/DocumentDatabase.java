package dev.natter.aws.data;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import dev.natter.aws.network.Network;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.docdb.BackupProps;
import software.amazon.awscdk.services.docdb.ClusterParameterGroup;
import software.amazon.awscdk.services.docdb.DatabaseCluster;
import software.amazon.awscdk.services.docdb.Login;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Amazon DocumentDB. What Natter misses in it stands in the README; MongoDB Atlas is the default for that. */
public final class DocumentDatabase extends Construct {
    private static final int PORT = 27_017;

    public DocumentDatabase(Construct scope, String id, Settings settings, Network network, IKey key) {
        super(scope, id);
        var sizes = settings.size().data();
        var parameters = ClusterParameterGroup.Builder.create(this, "Parameters")
                .family("docdb5.0")
                .description("Natter")
                .parameters(Map.of("tls", "tls1.2+", "audit_logs", "ddl", "ttl_monitor", "enabled"))
                .build();
        var password = Passwords.drawn(this, settings.name() + "/made/database", key);
        var cluster = DatabaseCluster.Builder.create(this, "Cluster")
                .dbClusterName(settings.name())
                .engineVersion("5.0.0")
                .masterUser(Login.builder()
                        .username("natteradministrator")
                        .password(password.getSecretValue())
                        .build())
                .vpc(network.vpc())
                .vpcSubnets(network.data())
                .securityGroup(network.reachedByPods(this, "DocumentDB", PORT))
                .instanceType(new InstanceType(sizes.databaseType()))
                .instances(sizes.databases())
                .port(PORT)
                .parameterGroup(parameters)
                .storageEncrypted(true)
                .kmsKey(key)
                .backup(BackupProps.builder()
                        .retention(Duration.days(sizes.backupDays()))
                        .preferredWindow("01:00-02:00")
                        .build())
                .exportAuditLogsToCloudWatch(true)
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Output.of(this, "DatabaseHosts", cluster.getClusterEndpoint().getHostname());
        Output.of(this, "DatabasePassword", password.getSecretName());
    }
}
