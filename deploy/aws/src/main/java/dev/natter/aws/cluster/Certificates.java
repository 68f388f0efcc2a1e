package dev.natter.aws.cluster;

import dev.natter.aws.Output;
import dev.natter.aws.Settings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.constructs.Construct;

/** The load balancer's certificate, validated by a DNS record and renewed automatically. */
public final class Certificates extends Construct {

    public Certificates(Construct scope, String id, Settings settings) {
        super(scope, id);
        var zone = HostedZone.fromHostedZoneAttributes(
                this,
                "Zone",
                HostedZoneAttributes.builder()
                        .hostedZoneId(settings.zoneId())
                        .zoneName(settings.zone())
                        .build());
        var certificate = Certificate.Builder.create(this, "Certificate")
                .domainName(settings.domain())
                .validation(CertificateValidation.fromDns(zone))
                .build();
        Output.of(this, "Certificate", certificate.getCertificateArn());
    }
}
