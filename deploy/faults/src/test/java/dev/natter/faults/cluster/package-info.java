/** Two replicas of every service as processes of their own, and servers behind them that can be broken one by one. */
package dev.natter.faults.cluster;
