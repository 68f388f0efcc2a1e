/** How a release gets here: the registry, the role that GitHub's workflows take on, and the budget. */
@NullMarked
package dev.natter.aws.delivery;

import org.jspecify.annotations.NullMarked;
