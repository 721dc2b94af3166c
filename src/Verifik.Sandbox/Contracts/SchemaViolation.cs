using System.Globalization;
using System.Text.RegularExpressions;
using NJsonSchema.Validation;

namespace Verifik.Sandbox.Contracts;

/// <summary>An error of a value against its schema, with its position and reason, but without the value.</summary>
internal sealed partial record SchemaViolation(string Place, string Reason, bool IsMissing)
{
    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <summary>Converts a validation error. The validator nests the errors of compositions and lists; they are flattened.</summary>
    public static IEnumerable<SchemaViolation> Of(ValidationError error)
    {
        var inner = error is ChildSchemaValidationError children ? children.Errors.SelectMany(child => child.Value).ToList() : [];
        var place = (error.Path ?? "").TrimStart('#', '/');
        return inner.Count > 0 ? inner.SelectMany(Of)
            : [new SchemaViolation(place, ReasonOf(error), error.Kind == ValidationErrorKind.PropertyRequired)];
    }

    /// <summary>For example <c>gallery[0]: base64 expected</c>.</summary>
    public override string ToString() => Place.Length == 0 ? Reason : $"{Place}: {Reason}";

    private static string ReasonOf(ValidationError error) => error.Kind switch
    {
        // Verifik's public documentation: "documentType must be one of: [CC,PPT]".
        ValidationErrorKind.NotInEnumeration => $"must be one of: [{string.Join(',', error.Schema.ActualSchema.Enumeration)}]",
        ValidationErrorKind.PatternMismatch => $"must match {error.Schema.ActualSchema.Pattern}",
        var kind => Word().Replace($"{kind}", letter => $" {letter.Value.ToLower(CultureInfo.InvariantCulture)}").ToLowerInvariant(),
    };
}
