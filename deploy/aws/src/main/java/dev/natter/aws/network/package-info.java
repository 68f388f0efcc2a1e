/** The VPC, cut as k8s/overlays/eks expects it: load balancer, pods and data each in a range of their own. */
@NullMarked
package dev.natter.aws.network;

import org.jspecify.annotations.NullMarked;
