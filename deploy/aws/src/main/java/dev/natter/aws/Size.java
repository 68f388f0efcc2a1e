package dev.natter.aws;

import dev.natter.aws.cluster.NodeSizes;
import dev.natter.aws.data.DataSizes;

/** The two sizes. The README's price table is based on these numbers. */
// Records of strings and numbers are immutable; Error Prone knows that of annotated types only.
@SuppressWarnings("ImmutableEnumChecker")
public enum Size {
    /** For some thousands of users and for trials: single stateful servers, backed up but not redundant. */
    SMALL(
            2,
            1,
            new NodeSizes("t4g.large", 2, 4, "t3.large", 0, 2),
            new DataSizes("cache.t4g.small", 1, "mq.m7g.medium", 1, 7),
            600),

    /** For a hundred thousand users: stateful servers are redundant, in separate zones. */
    PRODUCTION(
            3,
            3,
            new NodeSizes("m7g.xlarge", 3, 12, "m7i.xlarge", 1, 6),
            new DataSizes("cache.m7g.large", 2, "mq.m7g.large", 3, 35),
            3_600);

    private final int zones;
    private final int gateways;
    private final NodeSizes nodes;
    private final DataSizes data;
    private final int monthlyBudget;

    Size(int zones, int gateways, NodeSizes nodes, DataSizes data, int monthlyBudget) {
        this.zones = zones;
        this.gateways = gateways;
        this.nodes = nodes;
        this.data = data;
        this.monthlyBudget = monthlyBudget;
    }

    public int zones() {
        return zones;
    }

    public int gateways() {
        return gateways;
    }

    public NodeSizes nodes() {
        return nodes;
    }

    public DataSizes data() {
        return data;
    }

    /** US dollars a month above which the alarm is sent. */
    public int monthlyBudget() {
        return monthlyBudget;
    }

    /** Whether the installation survives the loss of a zone. */
    public boolean isRedundant() {
        return this == PRODUCTION;
    }
}
