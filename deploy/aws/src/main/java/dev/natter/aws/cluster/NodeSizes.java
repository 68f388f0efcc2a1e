package dev.natter.aws.cluster;

/**
 * The two node groups. Pods run on either, because images are built for both architectures.
 *
 * @param gravitonLeast minimum number of Graviton nodes
 */
public record NodeSizes(
        String gravitonType, int gravitonLeast, int gravitonMost, String x86Type, int x86Least, int x86Most) {}
