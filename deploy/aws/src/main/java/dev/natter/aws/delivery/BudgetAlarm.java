package dev.natter.aws.delivery;

import dev.natter.aws.Settings;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/** Sends a mail when 80 % of a month's budget are spent, when all of it is, and when the forecast exceeds it. */
public final class BudgetAlarm extends Construct {

    public BudgetAlarm(Construct scope, String id, Settings settings) {
        super(scope, id);
        CfnBudget.Builder.create(this, "Month")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetName(settings.name())
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(settings.size().monthlyBudget())
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(Stream.of(
                                notification("ACTUAL", 80, settings),
                                notification("ACTUAL", 100, settings),
                                notification("FORECASTED", 100, settings))
                        .map(Object.class::cast)
                        .toList())
                .build();
    }

    private static CfnBudget.NotificationWithSubscribersProperty notification(
            String kind, int percent, Settings settings) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(kind)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .subscriptionType("EMAIL")
                        .address(settings.alarmMail())
                        .build()))
                .build();
    }
}
