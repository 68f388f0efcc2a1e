package dev.natter.aws.data;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import dev.natter.aws.network.Network;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.services.elasticache.CfnParameterGroup;
import software.amazon.awscdk.services.elasticache.CfnReplicationGroup;
import software.amazon.awscdk.services.elasticache.CfnSubnetGroup;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Valkey by ElastiCache, with TLS and a password. Contains codes, presence and ended sessions, all short-lived. */
public final class Cache extends Construct {
    private static final int PORT = 6379;

    public Cache(Construct scope, String id, Settings settings, Network network, IKey key) {
        super(scope, id);
        var sizes = settings.size().data();
        var subnets = CfnSubnetGroup.Builder.create(this, "Subnets")
                .description("Natter")
                .subnetIds(network.dataSubnets())
                .build();
        var parameters = CfnParameterGroup.Builder.create(this, "Parameters")
                .cacheParameterGroupFamily("valkey8")
                .description("Natter: a full cache refuses, it does not forget")
                .properties(Map.of("maxmemory-policy", "noeviction"))
                .build();
        var password = Passwords.drawn(this, settings.name() + "/made/cache", key);
        var group = CfnReplicationGroup.Builder.create(this, "Valkey")
                .replicationGroupDescription("Natter: codes, presence, ended sessions")
                .engine("valkey")
                .engineVersion("8.0")
                .cacheNodeType(sizes.cacheType())
                .numCacheClusters(sizes.caches())
                .automaticFailoverEnabled(sizes.caches() > 1)
                .multiAzEnabled(sizes.caches() > 1)
                .cacheSubnetGroupName(subnets.getRef())
                .cacheParameterGroupName(parameters.getRef())
                .securityGroupIds(
                        List.of(network.reachedByPods(this, "Valkey", PORT).getSecurityGroupId()))
                .port(PORT)
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("required")
                .authToken(password.getSecretValue().unsafeUnwrap())
                .atRestEncryptionEnabled(true)
                .kmsKeyId(key.getKeyArn())
                .snapshotRetentionLimit(Math.min(sizes.backupDays(), 7))
                .autoMinorVersionUpgrade(true)
                .build();
        group.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.SNAPSHOT);
        group.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.SNAPSHOT);
        Output.of(this, "CacheHost", group.getAttrPrimaryEndPointAddress());
        Output.of(this, "CachePassword", password.getSecretName());
    }
}
