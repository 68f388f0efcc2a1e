package dev.natter.aws.data;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import dev.natter.aws.network.Network;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.amazonmq.CfnBroker;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * RabbitMQ by Amazon MQ: one broker, or a cluster of three for quorum queues. Encrypted with Amazon's key, because
 * RabbitMQ supports no other. Its queues contain codes of five minutes, and events that the user service can publish
 * again.
 */
public final class Broker extends Construct {
    private static final int AMQPS = 5671;
    private static final int MANAGEMENT = 443;

    public Broker(Construct scope, String id, Settings settings, Network network, IKey key) {
        super(scope, id);
        var sizes = settings.size().data();
        var clustered = sizes.brokers() > 1;
        var password = Passwords.drawn(this, settings.name() + "/made/broker", key);
        var subnets = network.dataSubnets();
        var broker = CfnBroker.Builder.create(this, "RabbitMq")
                .brokerName(settings.name())
                .engineType("RABBITMQ")
                .engineVersion("4.2")
                .hostInstanceType(sizes.brokerType())
                .deploymentMode(clustered ? "CLUSTER_MULTI_AZ" : "SINGLE_INSTANCE")
                .publiclyAccessible(false)
                .subnetIds(clustered ? subnets : subnets.subList(0, 1))
                .securityGroups(List.of(network.reachedByPods(this, "RabbitMQ", AMQPS, MANAGEMENT)
                        .getSecurityGroupId()))
                .encryptionOptions(CfnBroker.EncryptionOptionsProperty.builder()
                        .useAwsOwnedKey(true)
                        .build())
                .users(List.of(CfnBroker.UserProperty.builder()
                        .username("natter-administrator")
                        .password(password.getSecretValue().unsafeUnwrap())
                        .build()))
                .autoMinorVersionUpgrade(true)
                .maintenanceWindowStartTime(CfnBroker.MaintenanceWindowProperty.builder()
                        .dayOfWeek("TUESDAY")
                        .timeOfDay("03:00")
                        .timeZone("UTC")
                        .build())
                .logs(CfnBroker.LogListProperty.builder().general(true).build())
                .build();
        // amqps://HOST:5671
        var address = Fn.select(0, broker.getAttrAmqpEndpoints());
        Output.of(this, "BrokerHost", Fn.select(0, Fn.split(":", Fn.select(1, Fn.split("://", address)))));
        Output.of(this, "BrokerPassword", password.getSecretName());
    }
}
