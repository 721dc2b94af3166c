namespace Worker;

internal sealed class Citizens(HttpClient http)
{
    public Task<string> FindAsync(string number, CancellationToken cancellationToken) =>
        http.GetStringAsync($"v2/co/cedula?documentType=CC&documentNumber={Uri.EscapeDataString(number)}", cancellationToken);
}
