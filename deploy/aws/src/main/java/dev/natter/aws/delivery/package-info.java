/** Delivery: the registry, the role of GitHub's workflows, and the budget. */
@NullMarked
package dev.natter.aws.delivery;

import org.jspecify.annotations.NullMarked;
