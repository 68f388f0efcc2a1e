package dev.natter.aws;

import dev.natter.aws.data.AccessLogs;
import dev.natter.aws.data.AtlasLink;
import dev.natter.aws.data.Broker;
import dev.natter.aws.data.Cache;
import dev.natter.aws.data.DataKey;
import dev.natter.aws.data.ImagesBucket;
import dev.natter.aws.data.ServiceSecrets;
import dev.natter.aws.mail.MailIdentity;
import dev.natter.aws.network.Network;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** Resources with data, and the network. */
final class DataStack extends Stack {
    private final Network network;
    private final IKey key;
    private final ImagesBucket bucket;
    private final ServiceSecrets secrets;

    DataStack(Construct scope, String id, StackProps props, Settings settings) {
        super(scope, id, props);
        this.network = new Network(this, "Network", settings);
        this.key = new DataKey(this, "Key", settings).key();
        this.bucket = new ImagesBucket(this, "Images", settings, key);
        if (settings.accessLogs()) {
            new AccessLogs(this, "AccessLogs", settings);
        }
        this.secrets = new ServiceSecrets(this, "Secrets", settings, key);
        new Cache(this, "Cache", settings, network, key);
        new Broker(this, "Broker", settings, network, key);
        new AtlasLink(this, "Database", settings, network);
        new MailIdentity(this, "Mail", settings);
    }

    Network network() {
        return network;
    }

    IKey key() {
        return key;
    }

    ImagesBucket bucket() {
        return bucket;
    }

    ServiceSecrets secrets() {
        return secrets;
    }
}
