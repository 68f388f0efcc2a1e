/** The VPC with the ranges that k8s/overlays/eks expects: load balancer, pods and data. */
@NullMarked
package dev.natter.aws.network;

import org.jspecify.annotations.NullMarked;
