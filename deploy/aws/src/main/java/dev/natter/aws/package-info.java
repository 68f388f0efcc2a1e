/**
 * What Natter needs of an AWS account: three stacks, in a small and a production size. Their outputs are what
 * {@code k8s/overlays/eks} is told. Never makes anything public but the load balancer, which the cluster itself makes.
 */
@NullMarked
package dev.natter.aws;

import org.jspecify.annotations.NullMarked;
