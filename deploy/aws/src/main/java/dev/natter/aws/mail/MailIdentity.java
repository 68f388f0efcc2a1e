package dev.natter.aws.mail;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.User;
import software.amazon.awscdk.services.route53.CnameRecord;
import software.amazon.awscdk.services.route53.IPublicHostedZone;
import software.amazon.awscdk.services.route53.MxRecord;
import software.amazon.awscdk.services.route53.MxRecordValue;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZoneAttributes;
import software.amazon.awscdk.services.route53.TxtRecord;
import software.amazon.awscdk.services.ses.ConfigurationSet;
import software.amazon.awscdk.services.ses.ConfigurationSetTlsPolicy;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/**
 * The chat's own domain as a sender: signed (DKIM), with its own bounce domain (SPF) and a DMARC policy. The policy covers the
 * chat's domain only: other senders of the zone are not affected.
 */
public final class MailIdentity extends Construct {

    public MailIdentity(Construct scope, String id, Settings settings) {
        super(scope, id);
        var zone = zone(settings);
        var sender = "natter@" + settings.domain();
        var identity = EmailIdentity.Builder.create(this, "Identity")
                .identity(Identity.domain(settings.domain()))
                .mailFromDomain("bounce." + settings.domain())
                .configurationSet(ConfigurationSet.Builder.create(this, "Set")
                        .configurationSetName(settings.name())
                        .tlsPolicy(ConfigurationSetTlsPolicy.REQUIRE)
                        .reputationMetrics(true)
                        .build())
                .build();
        // CDK creates DNS records for identities that are a zone only; the chat's domain is a name in one.
        for (var record : identity.getDkimRecords()) {
            CnameRecord.Builder.create(this, "Dkim" + identity.getDkimRecords().indexOf(record))
                    .zone(zone)
                    .recordName(record.getName() + ".")
                    .domainName(record.getValue())
                    .build();
        }
        MxRecord.Builder.create(this, "BounceMx")
                .zone(zone)
                .recordName("bounce." + settings.domain() + ".")
                .values(List.of(MxRecordValue.builder()
                        .hostName("feedback-smtp." + settings.region() + ".amazonses.com")
                        .priority(10)
                        .build()))
                .build();
        TxtRecord.Builder.create(this, "BounceSpf")
                .zone(zone)
                .recordName("bounce." + settings.domain() + ".")
                .values(List.of("v=spf1 include:amazonses.com ~all"))
                .build();
        TxtRecord.Builder.create(this, "Dmarc")
                .zone(zone)
                .recordName("_dmarc." + settings.domain() + ".")
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
