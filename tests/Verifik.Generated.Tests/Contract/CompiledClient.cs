using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Verifik.Tests.Contract;

/// <summary>A generated client in an assembly of its own, over a wire that is a stub.</summary>
internal sealed class CompiledClient : IDisposable
{
    private static readonly JsonSerializerSettings AsItCame = new() { DateParseHandling = DateParseHandling.None };

    private readonly AssemblyLoadContext _context = new("client", isCollectible: true);
    private readonly HttpClient _http;
    private readonly Assembly _assembly;
    private readonly object _client;

    public CompiledClient(string source)
    {
        using var bytes = new MemoryStream();
        var emitted = GeneratedCode.Compile(source, CompilerTarget.Net100, out _).Emit(bytes);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)));
        bytes.Position = 0;
        _http = new HttpClient(Wire) { BaseAddress = new Uri("https://api.example.com") };
        _assembly = _context.LoadFromStream(bytes);
        _client = New("VerifikClient", _http, null, VerifikOptions.DefaultMaxResponseBytes);
    }

    /// <summary>What the client sends, and what it is answered with.</summary>
    public Stub Wire { get; } = new();

    /// <summary>An object of a generated type.</summary>
    public object New(string type, params object?[] arguments) => Activator.CreateInstance(_assembly.GetType("Verifik." + type, throwOnError: true)!, arguments)!;

    /// <summary>Calls an operation, and gives its result if it has one. Arguments that are left out are those that may be.</summary>
    public async Task<object?> CallAsync(string operation, params object?[] arguments)
    {
        var method = _client.GetType().GetMethod(operation + "Async")!;
        object?[] all = [.. method.GetParameters().SkipLast(1).Select((parameter, index) => index < arguments.Length ? arguments[index] : Type.Missing), CancellationToken.None];
        var task = (Task)method.Invoke(_client, BindingFlags.OptionalParamBinding | BindingFlags.DoNotWrapExceptions, null, all, null)!;
        await task;
        return task.GetType().GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult" ? result.GetValue(task) : null;
    }

    public void SendsAndReadsAsNewtonsoft(RandomOperation operation)
    {
        var method = _client.GetType().GetMethod(operation.Name + "Async")!;
        var arguments = method.GetParameters().Select(parameter => ArgumentOf(operation, parameter)).ToArray();
        Wire.Answer = operation.Result?.Value.ToString(Formatting.None) ?? "";
        try
        {
            var task = (Task)method.Invoke(_client, arguments)!;
            task.GetAwaiter().GetResult();

            AssertSent(operation, method.GetParameters(), arguments);
            if (operation.Result is { } result)
            {
                var type = method.ReturnType.GetGenericArguments()[0];
                var expected = JsonConvert.DeserializeObject(Wire.Answer, type, AsItCame);
                var read = task.GetType().GetProperty("Result")!.GetValue(task);
                Assert.Equal(Text(expected), Text(read));
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidOperationException($"{operation.PathItem()}\nanswered with {Wire.Answer}\nsent {Wire.Address} {Wire.Body}", exception);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _context.Unload();
    }

    private static object? ArgumentOf(RandomOperation operation, ParameterInfo parameter) => parameter.Name switch
    {
        "inPath" => Make(operation.InPath, parameter.ParameterType),
        "inQuery" => Make(operation.InQuery, parameter.ParameterType),
        "xInHeader" => Make(operation.InHeader, parameter.ParameterType),
        "body" => Make(operation.Body!, parameter.ParameterType),
        _ => CancellationToken.None,
    };

    private static object? Make(RandomSchema schema, Type type) => JsonConvert.DeserializeObject(schema.Value.ToString(Formatting.None), type, AsItCame);

    private void AssertSent(RandomOperation operation, ParameterInfo[] parameters, object?[] arguments)
    {
        var path = string.Join(",", TextsOf(operation.InPath).Select(Uri.EscapeDataString));
        var name = Uri.EscapeDataString("in-query[]");
        var query = operation.Explodes || operation.InQuery.Value is not JArray
            ? string.Join("&", TextsOf(operation.InQuery).Select(text => $"{name}={Uri.EscapeDataString(text)}"))
            : $"{name}={string.Join(",", TextsOf(operation.InQuery).Select(Uri.EscapeDataString))}";
        Assert.Equal(new Uri($"https://api.example.com/{operation.Name}/{path}?{query}").AbsoluteUri, Wire.Address);
        Assert.Equal(string.Join(",", TextsOf(operation.InHeader)), Wire.Header);
        if (operation.Body is not null)
        {
            var body = arguments[Array.FindIndex(parameters, parameter => parameter.Name == "body")];
            Assert.Equal(Text(body), Text(JsonConvert.DeserializeObject<JToken>(Wire.Body, AsItCame)));
        }
    }

    private static IEnumerable<string> TextsOf(RandomSchema schema) => (schema.Value as JArray ?? new JArray(schema.Value)).Select(item => (schema.Schema["items"] ?? schema.Schema)["format"]?.ToString() == "date-time"
        ? DateTimeOffset.Parse(item.ToString(), System.Globalization.CultureInfo.InvariantCulture).ToString("O")
        : item switch
        {
            JValue { Value: bool flag } => flag ? "true" : "false",
            JValue { Value: double number } => (schema.Schema["items"] ?? schema.Schema)["format"]?.ToString() == "decimal" ? ((decimal)number).ToString(System.Globalization.CultureInfo.InvariantCulture) : number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            _ => item.ToString(),
        });

    // As Newtonsoft writes it, but for the order of properties: what is not listed comes last in its class.
    private static string Text(object? value) => Sorted(value as JToken ?? JsonConvert.DeserializeObject<JToken>(JsonConvert.SerializeObject(value), AsItCame)!).ToString(Formatting.None);

    private static JToken Sorted(JToken token) => token switch
    {
        JObject value => new JObject(value.Properties().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => new JProperty(property.Name, Sorted(property.Value)))),
        JArray value => new JArray(value.Select(Sorted)),
        _ => token,
    };

    internal sealed class Stub : HttpMessageHandler
    {
        public string Answer { get; set; } = "";

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public string Method { get; private set; } = "";

        public string Address { get; private set; } = "";

        public string Header { get; private set; } = "";

        public string Body { get; private set; } = "";

        public void Reset() => (Status, Answer, Method, Address, Header, Body) = (HttpStatusCode.OK, "", "", "", "", "");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Method = request.Method.Method;
            Address = request.RequestUri!.AbsoluteUri;
            Header = request.Headers.TryGetValues("X-In-Header", out var values) ? string.Join(",", values) : "";
            Body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(Status) { Content = new StringContent(Answer, Encoding.UTF8, "application/json") };
        }
    }
}
