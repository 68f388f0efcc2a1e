package dev.natter.aws.cluster;

/**
 * The two groups of nodes. Pods go to either: images are made for both architectures.
 *
 * @param gravitonLeast how many there always are
 */
public record NodeSizes(
        String gravitonType, int gravitonLeast, int gravitonMost, String x86Type, int x86Least, int x86Most) {}
