package dev.natter.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of one installation: the object {@code natter} in {@code cdk.json}.
 *
 * @param name of the environment: the prefix of all names
 * @param domain host name of the chat, and the domain that mails are sent from
 * @param zone the Route 53 zone of the domain
 * @param zones letters of the availability zones to use, comma-separated, in order of preference: {@code a,b,c}.
 *     Regions differ (ap-northeast-1 has a, c and d, us-west-1 two), and accounts differ within a region
 * @param mailZones those of {@code zones} in which Amazon SES offers its SMTP endpoint; absent: all of them
 * @param atlasService the name of Atlas' endpoint service in this region
 * @param repository whose workflows may deploy, as owner/name on GitHub
 * @param administrator the IAM role that may do everything in the cluster
 * @param alarmMail recipient of the budget's alarms
 * @param waf whether the load balancer has a web ACL
 * @param accessLogs whether the load balancer writes access logs
 */
public record Settings(
        String name,
        Size size,
        String account,
        String region,
        String domain,
        String zone,
        String zoneId,
        List<String> zones,
        List<String> mailZones,
        String atlasService,
        String repository,
        String administrator,
        String alarmMail,
        boolean waf,
        boolean accessLogs) {

    /** The address range of the VPC; {@code k8s/overlays/eks/egress.yaml} names its parts. */
    public static final String NETWORK = "10.20.0.0/16";

    public static final String PUBLIC_NETWORK = "10.20.0.0/18";
    public static final String POD_NETWORK = "10.20.64.0/18";
    public static final String DATA_NETWORK = "10.20.128.0/20";

    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            Map.entry("name", Pattern.compile("[a-z][a-z0-9-]{1,19}")),
            Map.entry("size", Pattern.compile("small|production")),
            Map.entry("account", Pattern.compile("\\d{12}")),
            Map.entry("region", Pattern.compile("[a-z]{2}-[a-z]+-\\d")),
            Map.entry("domain", Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+")),
            Map.entry("zone", Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+")),
            Map.entry("zoneId", Pattern.compile("Z[A-Z0-9]+")),
            Map.entry("zones", Pattern.compile("[a-z](,[a-z]){1,3}")),
            Map.entry("mailZones", Pattern.compile("|[a-z](,[a-z]){0,3}")),
            Map.entry("atlasService", Pattern.compile("com\\.amazonaws\\.vpce\\.[a-z0-9.-]+")),
            Map.entry("repository", Pattern.compile("[\\w.-]+/[\\w.-]+")),
            Map.entry("administrator", Pattern.compile("arn:aws:iam::\\d{12}:role/[\\w+=,.@/-]+")),
            Map.entry("alarmMail", Pattern.compile("[^@\\s]+@[^@\\s]+")),
            Map.entry("waf", Pattern.compile("on|off")),
            Map.entry("accessLogs", Pattern.compile("on|off")));

    /**
     * Parses the object of {@code cdk.json}.
     *
     * @throws IllegalArgumentException in one line, with every name that is missing, malformed or unknown
     */
    public static Settings of(Map<?, ?> context) {
        var complaints = new ArrayList<String>();
        FORMS.forEach((name, form) -> {
            if (!form.matcher(text(context, name)).matches()) {
                complaints.add(name + " must match " + form);
            }
        });
        context.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !FORMS.containsKey(name))
                .forEach(name -> complaints.add(name + " is unknown"));
        if (complaints.isEmpty()) {
            complain(complaints, context);
        }
        if (!complaints.isEmpty()) {
            throw new IllegalArgumentException("cdk.json, natter: "
                    + String.join("; ", complaints.stream().sorted().toList()));
        }
        return new Settings(
                text(context, "name"),
                size(context),
                text(context, "account"),
                text(context, "region"),
                text(context, "domain"),
                text(context, "zone"),
                text(context, "zoneId"),
                zones(context, "zones").subList(0, size(context).zones()),
                mailZones(context),
                text(context, "atlasService"),
                text(context, "repository"),
                text(context, "administrator"),
                text(context, "alarmMail"),
                text(context, "waf").equals("on"),
                text(context, "accessLogs").equals("on"));
    }

    private static void complain(List<String> complaints, Map<?, ?> context) {
        var zones = zones(context, "zones");
        if (zones.size() < size(context).zones()) {
            complaints.add("zones must name at least %d for this size"
                    .formatted(size(context).zones()));
        } else if (mailZones(context).isEmpty()) {
            complaints.add("mailZones must name one of the zones in use");
        }
    }

    private static Size size(Map<?, ?> context) {
        return Size.valueOf(text(context, "size").toUpperCase(Locale.ROOT));
    }

    private static List<String> zones(Map<?, ?> context, String name) {
        return Stream.of(text(context, name).split(","))
                .map(letter -> text(context, "region") + letter)
                .toList();
    }

    private static List<String> mailZones(Map<?, ?> context) {
        var used = zones(context, "zones").subList(0, size(context).zones());
        return text(context, "mailZones").isEmpty()
                ? used
                : zones(context, "mailZones").stream().filter(used::contains).toList();
    }

    private static String text(Map<?, ?> context, String name) {
        return context.get(name) instanceof String text ? text : "";
    }

    /** The public origin. */
    public String origin() {
        return "https://" + domain;
    }

    public String clusterArn() {
        return "arn:aws:eks:%s:%s:cluster/%s".formatted(region, account, name);
    }
}
