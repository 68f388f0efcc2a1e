package dev.natter.aws.mail;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.User;
import software.amazon.awscdk.services.route53.IPublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZoneAttributes;
import software.amazon.awscdk.services.route53.TxtRecord;
import software.amazon.awscdk.services.ses.ConfigurationSet;
import software.amazon.awscdk.services.ses.ConfigurationSetTlsPolicy;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/** The domain that codes come from: signed (DKIM), with an envelope of its own (SPF) and a word on forgeries (DMARC). */
public final class MailIdentity extends Construct {

    public MailIdentity(Construct scope, String id, Settings settings) {
        super(scope, id);
        var zone = zone(settings);
        var sender = "natter@" + settings.zone();
        var identity = EmailIdentity.Builder.create(this, "Identity")
                .identity(Identity.publicHostedZone(zone))
                .mailFromDomain("bounce." + settings.zone())
                .configurationSet(ConfigurationSet.Builder.create(this, "Set")
                        .configurationSetName(settings.name())
                        .tlsPolicy(ConfigurationSetTlsPolicy.REQUIRE)
                        .reputationMetrics(true)
                        .build())
                .build();
        TxtRecord.Builder.create(this, "Dmarc")
                .zone(zone)
                .recordName("_dmarc")
                .values(List.of("v=DMARC1; p=reject; adkim=s; rua=mailto:" + settings.alarmMail()))
                .build();
        var user = User.Builder.create(this, "User")
                .userName(settings.name() + "-mail")
                .build();
        user.addToPolicy(PolicyStatement.Builder.create()
                .actions(List.of("ses:SendRawEmail"))
                .resources(List.of(identity.getEmailIdentityArn(), configurationSet(settings)))
                .conditions(Map.of("StringEquals", Map.of("ses:FromAddress", sender)))
                .build());
        Output.of(this, "MailUser", user.getUserName());
        Output.of(this, "MailFrom", sender);
        Output.of(this, "MailHost", "email-smtp." + settings.region() + ".amazonaws.com");
    }

    private IPublicHostedZone zone(Settings settings) {
        return PublicHostedZone.fromPublicHostedZoneAttributes(
                this,
                "Zone",
                PublicHostedZoneAttributes.builder()
                        .hostedZoneId(settings.zoneId())
                        .zoneName(settings.zone())
                        .build());
    }

    private static String configurationSet(Settings settings) {
        return "arn:aws:ses:%s:%s:configuration-set/%s"
                .formatted(settings.region(), settings.account(), settings.name());
    }
}
