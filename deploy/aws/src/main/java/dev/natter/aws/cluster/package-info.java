/** The EKS cluster: nodes, add-ons, roles of pods, and access for administrators and workflows. */
@NullMarked
package dev.natter.aws.cluster;

import org.jspecify.annotations.NullMarked;
