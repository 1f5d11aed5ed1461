package city.onewindow.catalog.web;

import city.onewindow.catalog.Expression;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Answers show a condition as its text, such as {@code q_agent == 'yes'}; empty is always. */
@JacksonComponent
class ExpressionText extends ValueSerializer<Expression> {

    @Override
    public void serialize(Expression expression, JsonGenerator out, SerializationContext context) {
        out.writeString(expression.text());
    }
}
