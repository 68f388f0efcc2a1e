package dev.natter.mail.outgoing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the mails; their parameters are checked at build time. */
@CheckedTemplate
final class MailTemplates {

    private MailTemplates() {}

    static native TemplateInstance mail(String title, String preview, List<BodyLine> lines);
}
