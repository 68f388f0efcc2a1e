/**
 * The AWS resources of Natter: three stacks, in a small and a production size. Their outputs configure {@code
 * k8s/overlays/eks}. Nothing is public except the load balancer, which the cluster creates.
 */
@NullMarked
package dev.natter.aws;

import org.jspecify.annotations.NullMarked;
