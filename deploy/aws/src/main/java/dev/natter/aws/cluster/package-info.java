/** The EKS cluster: its nodes, add-ons, who may do what from which pod, and the way in for people and workflows. */
@NullMarked
package dev.natter.aws.cluster;

import org.jspecify.annotations.NullMarked;
